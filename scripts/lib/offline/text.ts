/** Text for HTML's content and attributes. */
export const toText = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
