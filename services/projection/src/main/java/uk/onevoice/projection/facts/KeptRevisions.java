package uk.onevoice.projection.facts;

import java.util.Set;

/**
 * Whom leaders keep in touch with on purpose, who is the one to turn to, and how a relationship
 * goes to the next holder: none of it is a fact that a view asks for.
 */
final class KeptRevisions {
  static final Set<String> IGNORES =
      Set.of(
          "KeySlotsSet",
          "RelationshipMarkedKey",
          "RelationshipUnmarkedKey",
          "KeyListReordered",
          "ContactRhythmSet",
          "NextContactPlanned",
          "NextContactWithdrawn",
          "FocalPointNamed",
          "FocalPointWithdrawn",
          "HandoverOpened",
          "HandoverOffered",
          "HandoverDeclined",
          "OpinionConsentGiven",
          "OpinionConsentWithdrawn",
          "HandoverCompleted",
          "HandoverCancelled");

  private KeptRevisions() {}
}
