/** Where a room listens unless told otherwise, so that an address alone is enough. Below the ephemeral ports of the systems. */
export const roomPort = 17_443

/** Where devices speak `delibere.sync.v1` in a room: the WebSocket here, the requests below it. */
export const roomChannelPath = '/sync/v1'
