package uk.onevoice.relationships.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.relationships.domain.keylist.KeyList;
import uk.onevoice.relationships.domain.keylist.KeyListRejection;
import uk.onevoice.relationships.domain.keylist.KeyListRejection.AlreadyKey;
import uk.onevoice.relationships.domain.keylist.KeyListRejection.NeedsReason;
import uk.onevoice.relationships.domain.keylist.KeyListRejection.NotKey;
import uk.onevoice.relationships.domain.keylist.KeyListRejection.NotYours;
import uk.onevoice.relationships.domain.keylist.KeyListRejection.PlannedInThePast;
import uk.onevoice.relationships.domain.keylist.KeyListRejection.RhythmOutOfRange;
import uk.onevoice.relationships.domain.keylist.KeySlotsRejection;
import uk.onevoice.relationships.domain.keylist.KeySlotsRejection.KindTwice;
import uk.onevoice.relationships.domain.keylist.KeySlotsRejection.NoKind;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of key lists said no. */
final class KeyListProblems {
  private KeyListProblems() {}

  static Problem of(KeyListRejection rejection) {
    return switch (rejection) {
      case NotYours _ ->
          conflict("key-not-yours", "You keep in touch with nobody there.")
              .detail(
                  "Only a relationship of your own can be on your key list. Take the slot first.");
      case AlreadyKey _ -> conflict("already-key", "It is on your key list already.");
      case NotKey _ -> conflict("not-on-key-list", "It is not on your key list.");
      case NeedsReason(var kept) ->
          conflict("key-list-full", "Your key list is full.")
              .detail("You keep " + kept + " already. Say why you keep one more.")
              .at("/reason", "is required for one more than " + KeyList.ENOUGH);
      case RhythmOutOfRange(var shortest, var longest) ->
          unprocessable("rhythm-out-of-range", "Nobody can keep such a rhythm.")
              .at("/everyDays", "must be " + shortest + " to " + longest);
      case PlannedInThePast _ ->
          unprocessable("planned-in-the-past", "This day has passed.")
              .at("/on", "must be today or later");
    };
  }

  static Problem of(KeySlotsRejection rejection) {
    return switch (rejection) {
      case NoKind _ ->
          unprocessable("no-key-kinds", "No kind of organisation is named.")
              .at("/kinds", "must name at least one");
      case KindTwice(var kind) ->
          unprocessable("no-key-kinds", "A kind of organisation is named twice.")
              .at("/kinds", "must name " + kind + " once");
    };
  }
}
