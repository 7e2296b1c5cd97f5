/** Who draws the minutes in `renderChild.ts`. */
export type Maker = 'our-pdf' | 'naive-pdf' | 'our-docx' | 'bare-docx'
