/**
 * [SY14] The user whose device is the centre itself, founded with its log: it signs the acts on accounts, and names in
 * `ob` the user who asked for each.
 */
export const centreUser = 'centre'
