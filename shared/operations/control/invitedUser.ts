export interface InvitedUser {
  readonly id: string
  readonly name: string
  readonly email: string
}
