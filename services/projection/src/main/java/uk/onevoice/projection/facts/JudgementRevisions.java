package uk.onevoice.projection.facts;

import java.util.Set;

/**
 * What the relationships service says of judgements and candidates. Whom somebody would like to
 * meet, and what they think of whom, is nothing that is measured.
 */
final class JudgementRevisions {
  static final Set<String> IGNORES =
      Set.of(
          "AssessmentRecorded",
          "AssessmentWithdrawn",
          "TestEvidenced",
          "TestWithdrawn",
          "SlotClassed",
          "CandidateNoted",
          "CandidateSetAside",
          "IntroductionAsked",
          "IntroductionMade",
          "IntroductionDeclined",
          "PersuasionPlanned",
          "PersuasionMoved",
          "AcquaintanceNoted",
          "AcquaintanceWithdrawn");

  private JudgementRevisions() {}
}
