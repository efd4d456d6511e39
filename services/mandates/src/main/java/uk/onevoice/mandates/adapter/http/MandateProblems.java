package uk.onevoice.mandates.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import java.util.ArrayList;
import java.util.List;
import uk.onevoice.mandates.domain.Holder;
import uk.onevoice.mandates.domain.MandateRejection;
import uk.onevoice.mandates.domain.Tally;
import uk.onevoice.mandates.domain.Threshold;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of mandates said no. */
final class MandateProblems {
  private MandateProblems() {}

  static Problem of(MandateRejection rejection) {
    return switch (rejection) {
      case MandateRejection.NotOpened _ -> Problem.notFound();
      case MandateRejection.AlreadyOpened _ ->
          conflict("mandate-already-opened", "This mandate is open already.");
      case MandateRejection.DraftGivenUp _ ->
          conflict("draft-given-up", "This draft was given up.");
      case MandateRejection.NoDayInForce(var start, _) ->
          unprocessable("mandate-without-a-day", "The mandate would end before its first day.")
              .at("/end", "must be after " + start);
      case MandateRejection.LongerThanTwoYears(_, var latestEnd) ->
          unprocessable("mandate-too-long", "A mandate runs for 24 months at most.")
              .at("/end", "must be " + latestEnd + " or earlier");
      case MandateRejection.HolderDoesNotSpeakForPractices _ ->
          unprocessable("not-general-practice", "Only a body of general practice can hold this.")
              .at("/holderId", "must be a practice, PCN, federation, LMC or leadership group");
      case MandateRejection.OpenedInTheFuture _ -> future("/openedOn");
      case MandateRejection.AnswerInTheFuture _, MandateRejection.InvokedInTheFuture _ ->
          future("/on");
      case MandateRejection.AnsweredBeforeAsked(_, var openedOn) ->
          conflict("answered-before-asked", "The practices had not been asked yet on this day.")
              .detail("They were asked on " + openedOn + ".");
      case MandateRejection.RunOut(_, var end) ->
          conflict("mandate-run-out", "The mandate takes no answers any more.")
              .detail("It ended before " + end + ".");
      case MandateRejection.PracticeNotInPlace(_, var on) ->
          conflict("practice-not-in-place", "The practice does not lie in the mandate's place.")
              .detail("It was not one of the place's practices on " + on + ".");
      case MandateRejection.PracticeNotAsked _ ->
          conflict("practice-not-asked", "This practice is not among those that are asked.");
      case MandateRejection.NoAuthorityForPractice(var practice) ->
          unprocessable("no-authority-for-practice", "Only its partners speak for a practice.")
              .detail("You are not a partner of " + practice.value() + ".");
      case MandateRejection.NothingToWithdraw _ ->
          conflict("nothing-to-withdraw", "The practice has not answered yet.");
      case MandateRejection.LaterAnswerStands(_, var on) ->
          conflict("later-answer-stands", "The practice has given another answer since.")
              .detail("It answered on " + on + ".");
      case MandateRejection.ConditionWithoutWords _ ->
          unprocessable("condition-without-words", "A condition is said in words.")
              .at("/words", "is required with CONDITIONAL");
      case MandateRejection.SomeRefused(var refused) -> someRefused(refused);
      case MandateRejection.NoSuchVersion(var version) ->
          unprocessable("no-such-version", "Practices are not asked for this version.")
              .at("/version", version + " is neither in force nor asked for");
      case MandateRejection.NothingToCarry _ ->
          conflict("nothing-to-carry", "There is no answer that this practice could confirm.");
      case MandateRejection.NotTheLmcOfThePlace _ ->
          unprocessable("not-the-lmc-of-the-place", "This LMC has no practice of the place.")
              .at("/lmcId", "must be an LMC with a practice of the place among its members");
      default -> ofLife(rejection);
    };
  }

  private static Problem ofLife(MandateRejection rejection) {
    return switch (rejection) {
      case MandateRejection.NotTheHolder(var holder) ->
          conflict("not-the-holder", "Only who holds the role takes the mandate on.")
              .detail("It is for " + named(holder) + ".");
      case MandateRejection.NothingAsked _ ->
          conflict("nothing-asked", "Practices are not being asked for anything new.");
      case MandateRejection.NotAccepted(var holder) ->
          conflict("not-accepted", "Who holds the role has not taken it on yet.")
              .detail("It is for " + named(holder) + ".");
      case MandateRejection.HolderVacant(var holder) ->
          conflict("holder-vacant", "Nobody holds the role that speaks.")
              .detail("It is " + named(holder) + ".");
      case MandateRejection.FirstDayToCome(var start) ->
          conflict("first-day-to-come", "Its first day has not come yet.")
              .detail("It begins on " + start + ".");
      case MandateRejection.BelowThreshold(var tally, var threshold) ->
          conflict("below-threshold", "Not enough practices have granted it yet.")
              .detail(missing(tally, threshold));
      case MandateRejection.NoTerms _ ->
          conflict("mandate-without-terms", "It was asked for in one step and has no terms.");
      case MandateRejection.AlreadyAsking(var version) ->
          conflict("already-asking", "Practices are being asked for a new version already.")
              .detail("It is version " + version + ".");
      case MandateRejection.RunsLonger(var end) ->
          unprocessable("runs-longer", "Other terms do not make a mandate run longer.")
              .at("/end", "must be " + end + " or earlier");
      case MandateRejection.WithinPeriod(var end) ->
          unprocessable("within-period", "The new period would begin within the one in force.")
              .at("/start", "must be " + end + " or later");
      case MandateRejection.NotInForce _ ->
          conflict("mandate-not-in-force", "The mandate is not in force.");
      case MandateRejection.NotSuspended _ ->
          conflict("not-suspended", "The mandate is not suspended.");
      case MandateRejection.MandateOver _ -> conflict("mandate-over", "The mandate is over.");
      case MandateRejection.NotAnAlternate _ ->
          conflict("not-an-alternate", "Nobody stands in with this role.");
      case MandateRejection.NothingToConfirm _ ->
          conflict("confirmation-not-needed", "Nobody has asked whether it still holds.");
      case MandateRejection.LmcNotNeeded _ ->
          conflict("lmc-not-needed", "Nothing provisional here needs this LMC.");
      case MandateRejection.NotProvisional _ ->
          conflict("not-provisional", "Nothing provisional has this id.")
              .detail("It is covered, ratified, taken back, or was never recorded here.");
      default -> throw new IllegalStateException("No words for " + rejection);
    };
  }

  /** For a row of a table. */
  static String inWords(MandateRejection rejection) {
    Problem problem = of(rejection);
    return problem.detail() == null ? problem.title() : problem.title() + " " + problem.detail();
  }

  private static Problem someRefused(List<MandateRejection.SomeRefused.Refused> refused) {
    var problem =
        unprocessable("answers-not-recorded", "Some answers cannot be recorded, so none was.");
    for (var each : refused) {
      problem =
          problem.at(
              "/answers/" + each.index(), each.practiceId().value() + ": " + inWords(each.why()));
    }
    return problem;
  }

  private static Problem future(String pointer) {
    return unprocessable("day-in-the-future", "This day has not come yet.")
        .at(pointer, "must be today or earlier");
  }

  private static String named(Holder holder) {
    return holder.label().value() + " at " + holder.organisationId().value();
  }

  private static String missing(Tally tally, Threshold threshold) {
    List<String> needs = new ArrayList<>();
    if (threshold.practices() != null) {
      needs.add(threshold.practices() + " practices");
    }
    if (threshold.practicesPercent() != null) {
      needs.add(threshold.practicesPercent() + "% of practices");
    }
    if (threshold.patientsPercent() != null) {
      needs.add(threshold.patientsPercent() + "% of patients");
    }
    return "It needs %s; it has %d of %d practices and %d of %d patients."
        .formatted(
            String.join(" and ", needs),
            tally.granted(),
            tally.practices(),
            tally.patientsGranted(),
            tally.patients());
  }
}
