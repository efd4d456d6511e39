package uk.onevoice.meetings.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.adapter.mail.CalendarMail;
import uk.onevoice.meetings.adapter.mail.MailAddresses;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.security.AccessRefused;
import uk.onevoice.security.AccessRefused.Reason;
import uk.onevoice.security.Actor;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.service.edge.CurrentRequest;
import uk.onevoice.service.problem.Problem;

/** Where a person wants invitations sent: said, proved and taken back by themself. */
@Path("/v1/calendars/mail")
@RunOnVirtualThread
class CalendarMailResource {
  private static final int LONGEST_ADDRESS = 254;

  private final MailAddresses addresses;
  private final CalendarMail mail;
  private final CurrentActor actor;
  private final CurrentRequest request;

  CalendarMailResource(
      MailAddresses addresses, CalendarMail mail, CurrentActor actor, CurrentRequest request) {
    this.addresses = addresses;
    this.mail = mail;
    this.actor = actor;
    this.request = request;
  }

  /**
   * @param address null where none is set
   */
  record CalendarMailView(@Nullable String address, boolean confirmed) {}

  record SetCalendarMail(String address) {}

  record ConfirmCalendarMail(String code) {}

  @GET
  @Permission("readCalendarMail")
  public CalendarMailView read() {
    return addresses
        .of(caller())
        .map(known -> new CalendarMailView(known.address(), known.confirmed()))
        .orElse(new CalendarMailView(null, false));
  }

  @POST
  @Permission("setCalendarMail")
  public Response set(SetCalendarMail wish) {
    String address = wish.address().strip();
    if (address.length() > LONGEST_ADDRESS
        || !address.matches("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+")) {
      throw Problem.invalid("/address", "must be an e-mail address").exception();
    }
    addresses.set(caller(), address, request.idempotencyKey().orElseThrow().key());
    return Response.noContent().build();
  }

  @POST
  @Path("/confirmation")
  @Permission("confirmCalendarMail")
  public Response confirm(ConfirmCalendarMail wish) {
    if (!addresses.confirm(caller(), wish.code().strip())) {
      throw Problem.unprocessable("code-not-valid", "This code confirms nothing.")
          .at("/code", "must be the code of the last message, not older than two days")
          .exception();
    }
    mail.lookAgain();
    return Response.noContent().build();
  }

  @POST
  @Path("/removal")
  @Permission("removeCalendarMail")
  public Response remove() {
    addresses.remove(caller());
    return Response.noContent().build();
  }

  private PersonId caller() {
    return switch (actor.get()) {
      case Actor.PersonActor person -> new PersonId(person.person().value());
      case Actor.ClientActor _ -> throw new AccessRefused(Reason.NOT_ALLOWED);
    };
  }
}
