package uk.onevoice.relationships.adapter.http;

import static uk.onevoice.service.problem.Problem.conflict;
import static uk.onevoice.service.problem.Problem.unprocessable;

import uk.onevoice.relationships.domain.SlotRejection;
import uk.onevoice.relationships.domain.SlotRejection.AlreadyClosed;
import uk.onevoice.relationships.domain.SlotRejection.AlreadyDefined;
import uk.onevoice.relationships.domain.SlotRejection.AlreadyHeld;
import uk.onevoice.relationships.domain.SlotRejection.AlreadyLinked;
import uk.onevoice.relationships.domain.SlotRejection.ContactAfterClosing;
import uk.onevoice.relationships.domain.SlotRejection.CounterpartDoesNotFit;
import uk.onevoice.relationships.domain.SlotRejection.DayInTheFuture;
import uk.onevoice.relationships.domain.SlotRejection.HeldUntil;
import uk.onevoice.relationships.domain.SlotRejection.HolderActsForTheCounterpart;
import uk.onevoice.relationships.domain.SlotRejection.HolderDoesNotActForIt;
import uk.onevoice.relationships.domain.SlotRejection.MemberActsForTheCounterpart;
import uk.onevoice.relationships.domain.SlotRejection.MemberNotOfThePlace;
import uk.onevoice.relationships.domain.SlotRejection.NoSuchContact;
import uk.onevoice.relationships.domain.SlotRejection.NoSuchCounterpart;
import uk.onevoice.relationships.domain.SlotRejection.NoSuchRelationship;
import uk.onevoice.relationships.domain.SlotRejection.NotABodyOfGeneralPractice;
import uk.onevoice.relationships.domain.SlotRejection.NotDefined;
import uk.onevoice.relationships.domain.SlotRejection.NotLinked;
import uk.onevoice.relationships.domain.SlotRejection.StillHeld;
import uk.onevoice.service.problem.Problem;

/** What a caller is told when a rule of relationships said no. */
final class SlotProblems {
  private SlotProblems() {}

  static Problem of(SlotRejection rejection) {
    return switch (rejection) {
      case NotDefined _ -> Problem.notFound();
      case AlreadyDefined _ -> conflict("slot-already-defined", "This slot is defined already.");
      case CounterpartDoesNotFit(var kind, _) ->
          unprocessable(
                  "counterpart-does-not-fit", "This organisation does not sit in such a slot.")
              .at("/organisationId", "must be a registered " + kind.counterpart());
      case NotABodyOfGeneralPractice _ ->
          unprocessable("not-general-practice", "Only a body of general practice can hold this.")
              .at("/actingFor", "must be a practice, PCN, federation, LMC or leadership group");
      case HolderActsForTheCounterpart _ ->
          unprocessable(
                  "holder-acts-for-the-counterpart", "The holder would keep in touch with itself.")
              .at("/actingFor", "must be another organisation than the slot's");
      case HolderDoesNotActForIt _ ->
          unprocessable("holder-does-not-act-for-it", "The holder has no role there today.")
              .at("/holderId", "must hold a role at the body that is acted for");
      case AlreadyHeld _ -> conflict("slot-already-held", "This person holds the slot already.");
      case NoSuchRelationship _ ->
          unprocessable("relationship-not-in-slot", "The slot has no such relationship.")
              .at("/relationshipId", "must be a relationship of this slot");
      case DayInTheFuture _ ->
          unprocessable("day-in-the-future", "This day has not come yet.")
              .at("/on", "must be today or earlier");
      case AlreadyClosed(_, var on) ->
          conflict("relationship-closed", "The relationship has ended.")
              .detail("It ended on " + on + ".");
      case ContactAfterClosing(_, var lastContact) ->
          conflict("contact-after-closing", "They have been in touch after that day.")
              .detail("The last contact was on " + lastContact + ".");
      case StillHeld _ -> conflict("slot-still-held", "Somebody holds this slot.");
      case HeldUntil(_, var until) ->
          conflict("slot-held-until", "The slot was held after that day.")
              .detail("It was held until " + until + ".");
      case NoSuchContact _ -> conflict("no-such-contact", "There is no such talk to change.");
      case NoSuchCounterpart _ ->
          unprocessable("counterpart-not-in-slot", "Nobody is known by this ref.")
              .at("/counterpartRef", "must be a counterpart of this slot");
      case AlreadyLinked _ ->
          conflict("counterpart-linked", "This counterpart is linked to somebody already.");
      case NotLinked _ ->
          conflict("counterpart-not-linked", "This counterpart is taken for nobody registered.");
      case MemberNotOfThePlace _ ->
          unprocessable("member-not-of-the-place", "They have no role in the place today.")
              .at("/personId", "must hold a role in general practice of the place");
      case MemberActsForTheCounterpart _ ->
          unprocessable("member-acts-for-the-counterpart", "They have a role on the other side.")
              .at("/personId", "must hold no role at the slot's organisation");
    };
  }
}
