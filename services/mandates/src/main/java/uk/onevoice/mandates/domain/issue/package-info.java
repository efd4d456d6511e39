/**
 * Questions that general practice of an ICS takes positions on, each about a topic of its list.
 * Read {@link uk.onevoice.mandates.domain.issue.Issue} first: it holds every rule.
 */
@NullMarked
package uk.onevoice.mandates.domain.issue;

import org.jspecify.annotations.NullMarked;
