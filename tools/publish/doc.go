// Package publish keeps a site up to date by git push: a bare repository with
// hooks, and beside it the finished releases of the site.
//
//	DIR/                 the bare repository itself
//	DIR/junheng          the copy of the program that the hooks call
//	DIR/live             symbolic link to the release that readers see
//	DIR/releases/<n>-<commit>/      one finished site; the newest few are kept
//	DIR/releases/<n>-<commit>.json  what it was made of; written when it is whole
//	DIR/work/            what the next build starts from; may be deleted at any time
//	DIR/replies/         what was too long to say in answer to a push
//
// It is the only package that knows git. A pushed state is read from git
// objects, never checked out, and handed on as a file tree (Tree).
//
// A push is refused or accepted before git moves main (pre-receive), and built
// after it (post-receive). Nothing but main and live counts: a push is accepted
// when main holds it, and published when live names a release of main's
// commit. Both change in one step, main first. So a kill at any point leaves
// either the old state, or main ahead of live, which Status sees and which
// Sync, or the next push, finishes. Building before main moved would save
// nothing: the release of a push that git then rejects would have to be taken
// back.
package publish
