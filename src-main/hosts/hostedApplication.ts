/** What a host needs of the composition: it carries calls and events without reading them. */
export interface HostedApplication {
  ask(procedure: string, input: unknown): Promise<unknown>
  subscribe(listener: (event: unknown) => void): () => void
  close(): Promise<void>
}
