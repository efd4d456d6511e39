/**
 * Small groups in which management and clinicians of general practice and of one partner work
 * together: {@link uk.onevoice.relationships.domain.jointgroup.JointGroup} holds what both sides
 * share, {@link uk.onevoice.relationships.domain.jointgroup.OwnSide} what general practice keeps
 * for itself, in a stream that no partner's answer is made from.
 */
@NullMarked
package uk.onevoice.relationships.domain.jointgroup;

import org.jspecify.annotations.NullMarked;
