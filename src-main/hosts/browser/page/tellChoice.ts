/** Answers a question of the host: an absolute path, or null when the person gave up. */
export async function tellChoice(id: string, path: string | null): Promise<void> {
  await fetch(`/choice/${id}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ path }),
  })
}
