/**
 * The front end: pages rendered on the server from what the public APIs answer to the signed-in
 * person's own token. It has no private door; cookies and sessions end here, APIs see bearer tokens
 * only.
 */
@NullMarked
package uk.onevoice.web;

import org.jspecify.annotations.NullMarked;
