/**
 * Which fold this program folds with. To raise whenever `applyOperation` makes another state of the operations of an
 * earlier program (a completed field): files whose states an earlier fold made are folded again at their next opening.
 */
export const foldVersion = 5
