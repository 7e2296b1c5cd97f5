/** Who writes the minutes in `renderChild.ts`. */
export type Maker =
  | 'our-pdf'
  | 'naive-pdf'
  | 'pdfkit-pdf'
  | 'pdfmake-pdf'
  | 'office-pdf'
  | 'our-docx'
  | 'bare-docx'
  | 'docxtemplater-docx'
  | 'office-docx'
