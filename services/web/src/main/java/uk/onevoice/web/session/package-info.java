/** Who is signed in: tokens stay on the server, the browser holds a random number. */
@NullMarked
package uk.onevoice.web.session;

import org.jspecify.annotations.NullMarked;
