/** Where the channels of an organisation are: the WebSocket here, the requests of the fallback below it. */
export const channelPath = (organisation: string): string => `/v1/organisations/${organisation}/sync`
