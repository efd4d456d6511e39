package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.relationships.adapter.http.KeyListBodies.KeyKinds;
import uk.onevoice.relationships.adapter.http.KeyListBodies.KeyOrder;
import uk.onevoice.relationships.adapter.store.KeyListLog;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.keylist.KeyList;
import uk.onevoice.relationships.domain.keylist.KeyListCommand;
import uk.onevoice.relationships.domain.keylist.KeyListCommand.Reorder;
import uk.onevoice.relationships.domain.keylist.KeyListEvent;
import uk.onevoice.relationships.domain.keylist.KeyListId;
import uk.onevoice.relationships.domain.keylist.KeyListRejection;
import uk.onevoice.relationships.domain.keylist.KeySlots;
import uk.onevoice.relationships.domain.keylist.KeySlotsCommand;
import uk.onevoice.relationships.domain.keylist.KeySlotsCommand.SetKinds;
import uk.onevoice.relationships.domain.keylist.KeySlotsEvent;
import uk.onevoice.relationships.domain.keylist.KeySlotsRejection;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.problem.Problem;

/** A leader's own key list in a place, and what the place wants on it. */
@Path("/v1/relationships/key-lists/{placeId}")
@RunOnVirtualThread
class KeyListsResource {
  private static final int MOST = 100;

  private final CommandHandler<KeyListCommand, KeyList, KeyListEvent, KeyListRejection> lists;
  private final CommandHandler<KeySlotsCommand, KeySlots, KeySlotsEvent, KeySlotsRejection> kinds;
  private final KeyListReading reading;
  private final SlotDesk desk;
  private final Commands commands;
  private final Scope scope;

  KeyListsResource(
      CommandHandler<KeyListCommand, KeyList, KeyListEvent, KeyListRejection> lists,
      CommandHandler<KeySlotsCommand, KeySlots, KeySlotsEvent, KeySlotsRejection> kinds,
      KeyListReading reading,
      SlotDesk desk,
      Commands commands,
      Scope scope) {
    this.lists = lists;
    this.kinds = kinds;
    this.reading = reading;
    this.desk = desk;
    this.commands = commands;
    this.scope = scope;
  }

  @GET
  @Permission("readKeyList")
  public Response read(@PathParam("placeId") UUID placeId) {
    scope.in(new uk.onevoice.directory.PlaceId(placeId));
    var place = new PlaceId(placeId);
    PersonId me = desk.me();
    var current = lists.current(KeyListLog.stream(KeyListId.of(place, me)));
    return Response.ok(reading.of(place, me, desk.records(me), current.state()))
        .header("ETag", Versions.etag(current.version()))
        .build();
  }

  @POST
  @Path("/kinds")
  @Permission("setKeySlots")
  public Response setKinds(@PathParam("placeId") UUID placeId, KeyKinds wish) {
    var place = new PlaceId(placeId);
    return commands.handle(
        kinds,
        KeyListLog.stream(place),
        new SetKinds(place, wish.kinds()),
        (_, _, _) -> commands.noContent(),
        KeyListProblems::of,
        inPlace(placeId));
  }

  @POST
  @Path("/order")
  @Permission("reorderKeyList")
  public Response reorder(@PathParam("placeId") UUID placeId, KeyOrder wish) {
    Circumstances circumstances = inPlace(placeId);
    if (wish.slotIds().size() > MOST) {
      throw Problem.invalid("/slotIds", "must be at most " + MOST).exception();
    }
    KeyListId id = KeyListId.of(new PlaceId(placeId), desk.me());
    return commands.handle(
        lists,
        KeyListLog.stream(id),
        new Reorder(id, wish.slotIds()),
        (_, _, _) -> commands.noContent(),
        KeyListProblems::of,
        circumstances);
  }

  private Circumstances inPlace(UUID placeId) {
    var place = new uk.onevoice.directory.PlaceId(placeId);
    return new Circumstances(null, scope.in(place).organisation(), desk.icsOf(place));
  }
}
