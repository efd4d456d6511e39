package uk.onevoice.relationships.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.relationships.domain.candidate.CandidateRejection;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.AlreadyACandidate;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.AlreadyAsked;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.AlreadyPlanned;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.AlreadySettled;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.NoSuchAcquaintance;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.NoSuchIntroduction;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.NoSuchPersuasion;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.NotACandidate;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.NotYet;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.SettledBeforeAsked;
import uk.onevoice.relationships.domain.candidate.CandidateRejection.WithThemself;
import uk.onevoice.relationships.domain.judgement.JudgementRejection;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.EndsOutOfBounds;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.JudgesThemself;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.NoSuchAssessment;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.NoSuchTest;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.NotItsAuthor;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.NotLive;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.NotShownYet;
import uk.onevoice.relationships.domain.judgement.JudgementRejection.ShownTooLongAgo;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of judgements or candidates said no. Never holds any words. */
final class JudgementProblems {
  private JudgementProblems() {}

  static Problem of(JudgementRejection rejection) {
    return switch (rejection) {
      case EndsOutOfBounds(_, var latest) ->
          unprocessable("judgement-ends-out-of-bounds", "A judgement ends within twelve months.")
              .at("/until", "must be after today and not after " + latest);
      case JudgesThemself _ ->
          unprocessable("judges-themself", "Nobody judges themself.")
              .at("/counterpartRef", "must be somebody else");
      case NoSuchAssessment _ -> Problem.notFound();
      case NoSuchTest _ -> conflict("no-such-test", "There is no such evidence to take back.");
      case NotItsAuthor _ ->
          conflict("not-its-author", "Only who made a judgement can take it back.");
      case NotLive _ ->
          unprocessable("relationship-not-live", "The slot has no such relationship that goes on.")
              .at("/relationshipId", "must be a relationship of this slot that has not ended");
      case NotShownYet _ -> dayInTheFuture();
      case ShownTooLongAgo(_, var earliest) ->
          unprocessable("test-too-long-ago", "A test counts for a year.")
              .at("/on", "must be " + earliest + " or later");
    };
  }

  static Problem of(CandidateRejection rejection) {
    return switch (rejection) {
      case AlreadyACandidate _ ->
          conflict("already-a-candidate", "They are a candidate of this slot already.");
      case NotACandidate _ ->
          unprocessable("not-a-candidate", "They are no candidate of this slot.")
              .at("/candidateRef", "must be a candidate of this slot");
      case WithThemself _ ->
          unprocessable("with-themself", "This needs two people, and both are the same.");
      case AlreadyAsked _ ->
          conflict("introduction-already-asked", "They were asked for this introduction already.");
      case NoSuchIntroduction _, NoSuchPersuasion _ -> Problem.notFound();
      case NoSuchAcquaintance _ ->
          conflict("no-such-acquaintance", "There is no such acquaintance to take back.");
      case AlreadySettled(_, var on) ->
          conflict("introduction-settled", "What became of this introduction is known already.")
              .detail("It was on " + on + ".");
      case SettledBeforeAsked(var asked) ->
          unprocessable("introduction-not-asked-yet", "It was asked for later than that.")
              .at("/on", "must be " + asked + " or later");
      case NotYet _ -> dayInTheFuture();
      case AlreadyPlanned _ ->
          conflict("persuasion-already-planned", "This is planned already, and not over.");
    };
  }

  private static Problem dayInTheFuture() {
    return unprocessable("day-in-the-future", "This day has not come yet.")
        .at("/on", "must be today or earlier");
  }
}
