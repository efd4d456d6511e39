package uk.onevoice.organisations.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.organisations.adapter.http.PersonView.HoldingList;
import uk.onevoice.organisations.adapter.http.PersonView.OneHolding;
import uk.onevoice.organisations.adapter.store.PeopleCopy;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.organisations.domain.person.People.Held;
import uk.onevoice.organisations.domain.person.People.Whole;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Parts;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/** Who holds which role at a body: the role for everybody, the name for who may read it. */
@Path("/v1/organisations/{id}/role-holders")
@RunOnVirtualThread
class RoleHoldersResource {
  private static final Comparator<HeldBy> BY_ROLE =
      Comparator.comparing((HeldBy by) -> by.held().holding().role())
          .thenComparing(HeldBy::held, PeopleReading.NEWEST_FIRST);

  private final CommandHandler<
          OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisations;
  private final PeopleCopy copy;
  private final PeopleReading reading;
  private final CurrentActor actor;
  private final Parts parts;
  private final Today today;

  RoleHoldersResource(
      CommandHandler<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
          organisations,
      PeopleCopy copy,
      PeopleReading reading,
      CurrentActor actor,
      Parts parts,
      Today today) {
    this.organisations = organisations;
    this.copy = copy;
    this.reading = reading;
    this.actor = actor;
    this.parts = parts;
    this.today = today;
  }

  private record HeldBy(Whole person, Held held) {}

  /**
   * @param past whether roles that had ended by then are told as well
   */
  @GET
  @Permission("listRoleHolders")
  public HoldingList list(
      @PathParam("id") String text,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("past") @Nullable String past,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    var id = PathIds.organisation(text);
    if (!(organisations.current(RegistryLog.stream(id)).state()
        instanceof Organisation.Registered)) {
      throw Problem.notFound().exception();
    }
    var viewer = Viewer.of(actor.get(), parts);
    var on = asOf == null ? today.get() : day(asOf);
    var page =
        Slices.of(
            heldAt(id, on, flag(past)), by -> by.held().id().value(), PageRequest.of(after, limit));
    return new HoldingList(told(page.items(), viewer, on), page.next());
  }

  private List<HeldBy> heldAt(OrganisationId organisation, LocalDate on, boolean past) {
    var found = new ArrayList<HeldBy>();
    for (var person : copy.ask(people -> people.all())) {
      for (var held : person.holdings()) {
        var period = held.holding().period();
        if (organisation.equals(held.holding().organisation())
            && (period.includes(on) || (past && !period.start().isAfter(on)))) {
          found.add(new HeldBy(person, held));
        }
      }
    }
    found.sort(BY_ROLE);
    return found;
  }

  private List<OneHolding> told(List<HeldBy> page, Viewer viewer, LocalDate on) {
    var holders = new HashSet<PersonId>();
    page.forEach(by -> holders.add(by.person().id()));
    var names = reading.names(holders, viewer);
    return page.stream()
        .map(by -> {
          var person = by.person();
          boolean named = viewer.seesNameOf(person);
          return reading.told(
              by.held(), named ? person.id() : null, names.get(person.id()), null, on);
        })
        .toList();
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notADay) {
      throw Problem.invalid("query:asOf", "must be a day like 2026-11-23").exception();
    }
  }

  private static boolean flag(@Nullable String text) {
    if (text == null || text.equals("false")) {
      return false;
    }
    if (text.equals("true")) {
      return true;
    }
    throw Problem.invalid("query:past", "must be true or false").exception();
  }
}
