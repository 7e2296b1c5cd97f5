/** Class names of a CSS module. */
declare module '*.module.css' {
  const names: Readonly<Record<string, string>>
  export default names
}
