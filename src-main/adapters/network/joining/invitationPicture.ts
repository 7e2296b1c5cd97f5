import { renderSVG } from 'uqr'

/**
 * The QR of an invitation, as SVG: dark on white whatever the theme, with the quiet zone that readers need, and a quarter
 * of its squares to spare for a projector that blurs.
 */
export function invitationPicture(invitation: string): string {
  return renderSVG(invitation, { ecc: 'M', border: 4, blackColor: '#000', whiteColor: '#fff' })
}
