import type { FastifyInstance } from 'fastify'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import type { ServedApp } from '../buildServer.ts'

/** What this server says of itself to whoever asks. */
export async function serverRoutes(server: FastifyInstance, { settings, ports }: ServedApp): Promise<void> {
  const { database, authority } = ports.accounts

  server.get('/v1/server', async () => {
    const organisations = await database.all<{ readonly organisation: string }>(
      'SELECT organisation FROM organisations ORDER BY made_at LIMIT 2',
    )
    return {
      product: 'delibere',
      origin: settings.origin(),
      // Where there is one, an address and a code are enough to enter.
      organisation: organisations.length === 1 ? (organisations[0]?.organisation ?? null) : null,
      authority: base64UrlEncode(authority.publicKey),
      pin: settings.pin && base64UrlEncode(settings.pin),
    }
  })

  // The address of an invitation, opened in a browser by mistake: what it holds stayed behind the « # ».
  server.get('/rejoindre', async (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .send(
        'Ceci est une invitation pour l’application Délibéré. Rien n’a été fait. Copiez l’adresse entière, puis collez-la dans l’application : « Rejoindre un comité » à l’accueil, ou « Envoyer et recevoir » si vous apportez le fichier.',
      ),
  )
}
