type PermissionRequestHandler = (
  contents: unknown,
  permission: string,
  answer: (isGranted: boolean) => void,
) => void
type PermissionCheckHandler = (contents: unknown, permission: string) => boolean

/** Keeps the handlers so that a test can ask them: Chromium here denies by itself, without consulting anyone. */
class SessionDouble {
  permissionRequestHandler: PermissionRequestHandler | null = null
  permissionCheckHandler: PermissionCheckHandler | null = null

  setPermissionRequestHandler(handler: PermissionRequestHandler | null): void {
    this.permissionRequestHandler = handler
  }

  setPermissionCheckHandler(handler: PermissionCheckHandler | null): void {
    this.permissionCheckHandler = handler
  }
}

export const session = { defaultSession: new SessionDouble() }
