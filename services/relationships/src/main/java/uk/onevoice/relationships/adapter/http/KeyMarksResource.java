package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.http.KeyListBodies.ContactRhythm;
import uk.onevoice.relationships.adapter.http.KeyListBodies.KeyMark;
import uk.onevoice.relationships.adapter.http.KeyListBodies.NextContact;
import uk.onevoice.relationships.adapter.http.SlotDesk.Here;
import uk.onevoice.relationships.adapter.store.Counterparts;
import uk.onevoice.relationships.adapter.store.KeyListLog;
import uk.onevoice.relationships.adapter.store.PlaceSlots;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.keylist.KeyList;
import uk.onevoice.relationships.domain.keylist.KeyListCommand;
import uk.onevoice.relationships.domain.keylist.KeyListCommand.Mark;
import uk.onevoice.relationships.domain.keylist.KeyListCommand.PlanContact;
import uk.onevoice.relationships.domain.keylist.KeyListCommand.SetRhythm;
import uk.onevoice.relationships.domain.keylist.KeyListCommand.Unmark;
import uk.onevoice.relationships.domain.keylist.KeyListCommand.WithdrawPlan;
import uk.onevoice.relationships.domain.keylist.KeyListEvent;
import uk.onevoice.relationships.domain.keylist.KeyListId;
import uk.onevoice.relationships.domain.keylist.KeyListRejection;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.vault.TypedWords;

/** One slot on the caller's own key list: everybody changes theirs only. */
@Path("/v1/relationships/slots/{id}/key")
@RunOnVirtualThread
class KeyMarksResource {
  private final CommandHandler<KeyListCommand, KeyList, KeyListEvent, KeyListRejection> lists;
  private final Counterparts counterparts;
  private final PlaceSlots slots;
  private final SlotDesk desk;
  private final Commands commands;
  private final TypedWords words;
  private final Today today;

  KeyMarksResource(
      CommandHandler<KeyListCommand, KeyList, KeyListEvent, KeyListRejection> lists,
      Counterparts counterparts,
      PlaceSlots slots,
      SlotDesk desk,
      Commands commands,
      TypedWords words,
      Today today) {
    this.lists = lists;
    this.counterparts = counterparts;
    this.slots = slots;
    this.desk = desk;
    this.commands = commands;
    this.words = words;
    this.today = today;
  }

  @POST
  @Permission("markKey")
  public Response mark(@PathParam("id") UUID id, KeyMark wish) {
    Here here = desk.inPlace(id);
    PersonId me = desk.me();
    KeyListId list = listIn(here);
    Relationship own = own(here, me);
    return words.keeping(
        KeyListLog.stream(list),
        pen ->
            handle(
                list,
                new Mark(
                    list,
                    here.slot().terms().placeId(),
                    me,
                    here.id(),
                    own == null ? null : own.relationshipId(),
                    wish.everyDays() == null ? KeyList.USUAL_RHYTHM : wish.everyDays(),
                    reason(pen, wish.reason(), own),
                    ended(list),
                    today.get()),
                here.circumstances()));
  }

  @POST
  @Path("/end")
  @Permission("unmarkKey")
  public Response unmark(@PathParam("id") UUID id) {
    Here here = desk.inPlace(id);
    KeyListId list = listIn(here);
    return handle(list, new Unmark(list, here.id(), today.get()), here.circumstances());
  }

  @POST
  @Path("/rhythm")
  @Permission("setContactRhythm")
  public Response setRhythm(@PathParam("id") UUID id, ContactRhythm wish) {
    Here here = desk.inPlace(id);
    KeyListId list = listIn(here);
    return handle(list, new SetRhythm(list, here.id(), wish.everyDays()), here.circumstances());
  }

  @POST
  @Path("/next-contact")
  @Permission("planNextContact")
  public Response plan(@PathParam("id") UUID id, NextContact wish) {
    Here here = desk.inPlace(id);
    KeyListId list = listIn(here);
    return handle(
        list, new PlanContact(list, here.id(), wish.on(), today.get()), here.circumstances());
  }

  @POST
  @Path("/next-contact/withdrawal")
  @Permission("withdrawNextContact")
  public Response withdrawPlan(@PathParam("id") UUID id) {
    Here here = desk.inPlace(id);
    KeyListId list = listIn(here);
    return handle(list, new WithdrawPlan(list, here.id()), here.circumstances());
  }

  private Response handle(KeyListId list, KeyListCommand command, Circumstances circumstances) {
    return commands.handle(
        lists,
        KeyListLog.stream(list),
        command,
        (_, _, _) -> commands.noContent(),
        KeyListProblems::of,
        circumstances);
  }

  private KeyListId listIn(Here here) {
    return KeyListId.of(here.slot().terms().placeId(), desk.me());
  }

  private @Nullable Relationship own(Here here, PersonId me) {
    Set<PersonId> records = desk.records(me);
    return here.slot().relationships().values().stream()
        .filter(Relationship::isLive)
        .filter(held -> records.contains(held.holderId()))
        .findFirst()
        .orElse(null);
  }

  /** A reason is theirs who gives it, and may be about whom the relationship is with. */
  private @Nullable WordsRef reason(
      TypedWords.Pen pen, @Nullable String reason, @Nullable Relationship own) {
    if (reason == null || reason.isBlank()) {
      return null;
    }
    if (reason.strip().length() > TypedWords.SHORT) {
      throw Problem.invalid("/reason", "must be 1 to " + TypedWords.SHORT + " characters")
          .exception();
    }
    return pen.own(
        "key-reason",
        "/reason",
        reason,
        own == null ? null : counterparts.subjects(own.counterparts()).stream().toList());
  }

  private Set<RelationshipId> ended(KeyListId list) {
    return lists.current(KeyListLog.stream(list)).state().keys().stream()
        .filter(key ->
            slots
                .find(key.slotId())
                .map(slot -> slot.relationships().get(key.relationshipId()))
                .filter(Relationship::isLive)
                .isEmpty())
        .map(KeyList.Key::relationshipId)
        .collect(Collectors.toSet());
  }
}
