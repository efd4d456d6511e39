package uk.onevoice.organisations.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import uk.onevoice.kernel.Decider;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.affiliation.Affiliations;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent;
import uk.onevoice.organisations.domain.listsize.ListSize;
import uk.onevoice.organisations.domain.listsize.ListSizeCommand;
import uk.onevoice.organisations.domain.listsize.ListSizeEvent;
import uk.onevoice.organisations.domain.listsize.ListSizeEvent.ListSizePublished;
import uk.onevoice.organisations.domain.listsize.ListSizes;
import uk.onevoice.organisations.domain.listsize.ListSizesCommand;
import uk.onevoice.organisations.domain.listsize.ListSizesEvent;
import uk.onevoice.organisations.domain.listsize.ListSizesEvent.ListSizesPublished;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OdsRecordAccepted;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationSucceeded;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.PracticeDelisted;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.PracticeListed;

/**
 * What takes an import's effect on one stream back. Nothing is deleted: affiliations that it
 * started are voided, records are put back as they were at each release, practices are listed as
 * before, and an organisation that only this file knew is closed from the day it began until a file
 * names it again.
 */
public final class Compensation {
  private Compensation() {}

  /**
   * @param before the stream's events until the import came
   * @param byImport what the import added
   * @param after what others added since
   * @param release of the import, for what has no day of its own
   */
  public static StreamPlan of(
      String stream,
      List<Object> before,
      List<Object> byImport,
      List<Object> after,
      LocalDate release) {
    var events =
        switch (byImport.getFirst()) {
          case OrganisationEvent _ -> organisation(before, byImport, after, release);
          case AffiliationsEvent _ -> affiliations(before, byImport, after);
          case ListSizeEvent _ -> listSize(before, byImport, after);
          case ListSizesEvent _ -> listSizes(before, byImport, after);
          default -> List.of();
        };
    return new StreamPlan(
        stream, before.size() + byImport.size() + after.size(), List.copyOf(events));
  }

  private static List<?> organisation(
      List<Object> before, List<Object> byImport, List<Object> after, LocalDate release) {
    var draft = draft(Organisation.DECIDER, OrganisationEvent.class, before, byImport, after);
    var was = Organisation.DECIDER.fold(only(OrganisationEvent.class, before));
    for (var event : only(OrganisationEvent.class, byImport)) {
      switch (event) {
        case PracticeListed(_, var from) -> draft.take(listing(was, from));
        case PracticeDelisted(_, var from) -> draft.take(listing(was, from));
        case OrganisationSucceeded(_, _, _, var date) ->
            draft.take(new OrganisationCommand.RevokeSuccession(date));
        case OdsRecordAccepted accepted when Boolean.TRUE.equals(accepted.historic()) -> {
          if (was instanceof Registered known) {
            var day = accepted.release();
            draft.take(new OrganisationCommand.RestoreHistory(known.asOf(day), day));
          }
        }
        case OrganisationEvent.OrganisationRegistered _,
            OdsRecordAccepted _,
            OrganisationEvent.SectorSet _,
            OrganisationEvent.OrganisationRenamed _,
            OrganisationEvent.OrganisationClosed _,
            OrganisationEvent.OrganisationReopened _ -> {
          // Settled by the record as a whole, below.
        }
      }
    }
    if (was instanceof Registered known) {
      draft.take(
          known.withdrawn()
              ? new OrganisationCommand.Withdraw(release)
              : new OrganisationCommand.RestoreRecord(known.record(), release));
    } else {
      draft.take(new OrganisationCommand.Withdraw(release));
    }
    return draft.events();
  }

  private static OrganisationCommand listing(Organisation was, LocalDate from) {
    boolean listed = was instanceof Registered known && known.listedOn(from);
    return new OrganisationCommand.StateListing(listed, from, null);
  }

  private static List<?> affiliations(
      List<Object> before, List<Object> byImport, List<Object> after) {
    var draft = draft(Affiliations.DECIDER, AffiliationsEvent.class, before, byImport, after);
    var was = Affiliations.DECIDER.fold(only(AffiliationsEvent.class, before));
    var touched = new LinkedHashSet<java.util.UUID>();
    OrganisationId member = null;
    for (var event : only(AffiliationsEvent.class, byImport)) {
      touched.add(event.affiliationId());
      member = event.memberId();
    }
    if (member != null) {
      draft.take(
          new AffiliationsCommand.Restore(member, List.copyOf(was.all()), List.copyOf(touched)));
    }
    return draft.events();
  }

  private static List<?> listSize(List<Object> before, List<Object> byImport, List<Object> after) {
    var draft = draft(ListSize.DECIDER, ListSizeEvent.class, before, byImport, after);
    var was = ListSize.DECIDER.fold(only(ListSizeEvent.class, before));
    for (var event : only(ListSizeEvent.class, byImport)) {
      if (event instanceof ListSizePublished(var practice, var month, _, _, _)) {
        var figure = was.months().get(month);
        draft.take(
            figure == null || figure.withdrawn()
                ? new ListSizeCommand.WithdrawListSize(practice, month)
                : new ListSizeCommand.PublishListSize(practice, month, figure.patients()));
      }
    }
    return draft.events();
  }

  private static List<?> listSizes(List<Object> before, List<Object> byImport, List<Object> after) {
    var draft = draft(ListSizes.DECIDER, ListSizesEvent.class, before, byImport, after);
    var was = ListSizes.DECIDER.fold(only(ListSizesEvent.class, before));
    if (was instanceof ListSizes.Published published
        && byImport.getFirst() instanceof ListSizesPublished(var month, _, _, _, _)) {
      draft.take(
          new ListSizesCommand.PublishListSizes(
              month, published.count(), published.total(), published.sha256()));
    }
    return draft.events();
  }

  private static <C, S, E, R> Draft<C, S, E, R> draft(
      Decider<C, S, E, R> decider,
      Class<E> type,
      List<Object> before,
      List<Object> byImport,
      List<Object> after) {
    var all = Stream.of(before, byImport, after).flatMap(List::stream).map(type::cast).toList();
    return new Draft<>(decider, new Held<>(decider.fold(all), all.size()));
  }

  private static <E> List<E> only(Class<E> type, List<Object> events) {
    var typed = new ArrayList<E>();
    events.forEach(event -> typed.add(type.cast(event)));
    return typed;
  }
}
