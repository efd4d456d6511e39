/** Invitations to meetings by e-mail: to whom, when again, and the sending itself. */
@NullMarked
package uk.onevoice.meetings.adapter.mail;

import org.jspecify.annotations.NullMarked;
