package uk.onevoice.organisations.adapter.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.affiliation.Affiliation;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OdsRecordAccepted;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationClosed;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationRegistered;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationRenamed;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationReopened;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationSucceeded;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.PracticeDelisted;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.PracticeListed;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.SectorSet;
import uk.onevoice.organisations.domain.organisation.Sector;
import uk.onevoice.organisations.domain.organisation.Status;

/**
 * What the registry knows of an organisation, and how it came to be so.
 *
 * @param end the first day after the last
 * @param listed whether the latest patients map lists it; null for what is no practice
 * @param history oldest first, by the day from which it holds
 */
record OrganisationView(
    OrganisationId organisationId,
    @Nullable String odsCode,
    String name,
    List<OrganisationKind> kinds,
    @Nullable String postcode,
    @Nullable LocalDate start,
    @Nullable LocalDate end,
    Status status,
    @Nullable Sector sector,
    @Nullable Boolean listed,
    List<Membership> affiliations,
    List<Entry> history) {

  /**
   * @param parentName null where the registry has no name for it
   * @param insteadOf the belonging that a person put it in the place of; null where nobody did
   */
  record Membership(
      UUID affiliationId,
      String parentId,
      @Nullable String parentName,
      AffiliationKind kind,
      LocalDate start,
      @Nullable LocalDate end,
      @Nullable UUID insteadOf) {
    static Membership of(Affiliation affiliation, Map<String, String> names) {
      return new Membership(
          affiliation.id(),
          affiliation.parentId(),
          names.get(affiliation.parentId()),
          affiliation.kind(),
          affiliation.period().start(),
          affiliation.period().end(),
          affiliation.insteadOf());
    }
  }

  /**
   * @param on the day from which it holds; null for what is not dated
   * @param type of the event
   * @param what the name, the organisations or the sector it says, to be read as it is
   * @param said the same in fields
   */
  record Entry(
      @Nullable LocalDate on, Instant recordedAt, String type, List<String> what, Said said) {}

  /** What the day of an entry is. */
  enum Day {
    /** An official file of this day says so. */
    RELEASE,
    /** It holds from this day on. */
    FROM,
    /** The first day on which it holds no more. */
    FIRST_DAY_AFTER
  }

  /**
   * What an event says; null where it does not speak of that.
   *
   * @param on what the entry's day is; null where it has none
   * @param end the first day after the last
   * @param historic true where it tells how it was and not how it is
   * @param undone true where the import that told of it was taken back
   */
  record Said(
      @Nullable Day on,
      @Nullable String name,
      @Nullable List<OrganisationKind> kinds,
      @Nullable String postcode,
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      @Nullable Status status,
      @Nullable Source source,
      @Nullable Sector sector,
      @Nullable List<Successor> successors,
      boolean historic,
      boolean undone) {
    static Said of(@Nullable Day on, @Nullable String name, @Nullable Sector sector) {
      return new Said(on, name, null, null, null, null, null, null, sector, null, false, false);
    }
  }

  /**
   * @param name null where the registry has no name for it
   */
  record Successor(OrganisationId organisationId, @Nullable String name) {}

  static OrganisationView of(
      Registered known,
      LocalDate today,
      List<Affiliation> affiliations,
      Map<String, String> names,
      List<Entry> history) {
    var record = known.record();
    return new OrganisationView(
        known.id(),
        known.id().isOdsCode() ? known.id().value() : null,
        record.name(),
        record.kinds(),
        record.postcode(),
        record.start(),
        record.end(),
        record.status(),
        known.sector(),
        known.is(OrganisationKind.PRACTICE) ? known.listedOn(today) : null,
        affiliations.stream()
            .sorted(Comparator.comparing(each -> each.period().start()))
            .map(each -> Membership.of(each, names))
            .toList(),
        history.stream()
            .sorted(
                Comparator.comparing(Entry::on, Comparator.nullsFirst(Comparator.naturalOrder())))
            .toList());
  }

  /**
   * @param names of the organisations it tells of, by id
   */
  static Entry entry(OrganisationEvent event, Instant recordedAt, Map<String, String> names) {
    var said = said(event, names);
    var type = event.getClass().getSimpleName();
    return switch (event) {
      case OrganisationRegistered registered ->
          new Entry(
              registered.release() == null ? registered.start() : registered.release(),
              recordedAt,
              type,
              said(
                  registered.name(),
                  registered.postcode(),
                  registered.start(),
                  registered.end(),
                  registered.status()),
              said);
      case OdsRecordAccepted accepted ->
          new Entry(
              accepted.release(),
              recordedAt,
              type,
              said(
                  accepted.name(),
                  accepted.postcode(),
                  accepted.start(),
                  accepted.end(),
                  accepted.status()),
              said);
      case SectorSet(_, var sector) ->
          new Entry(null, recordedAt, type, List.of(sector.name()), said);
      case OrganisationRenamed(_, var name, var from) ->
          new Entry(from, recordedAt, type, List.of(name), said);
      case OrganisationClosed(_, var end, _) -> new Entry(end, recordedAt, type, List.of(), said);
      case OrganisationReopened(_, var from) -> new Entry(from, recordedAt, type, List.of(), said);
      case OrganisationSucceeded(_, var successors, _, var date) ->
          new Entry(
              date,
              recordedAt,
              type,
              successors.stream().map(OrganisationId::value).toList(),
              said);
      case PracticeListed(_, var from) -> new Entry(from, recordedAt, type, List.of(), said);
      case PracticeDelisted(_, var from) -> new Entry(from, recordedAt, type, List.of(), said);
    };
  }

  private static Said said(OrganisationEvent event, Map<String, String> names) {
    return switch (event) {
      case OrganisationRegistered registered ->
          new Said(
              registered.release() == null ? Day.FROM : Day.RELEASE,
              registered.name(),
              registered.kinds(),
              registered.postcode(),
              registered.start(),
              registered.end(),
              registered.status(),
              registered.source(),
              registered.sector(),
              null,
              false,
              false);
      case OdsRecordAccepted accepted ->
          new Said(
              Day.RELEASE,
              accepted.name(),
              accepted.kinds(),
              accepted.postcode(),
              accepted.start(),
              accepted.end(),
              accepted.status(),
              accepted.source(),
              null,
              null,
              Boolean.TRUE.equals(accepted.historic()),
              false);
      case SectorSet(_, var sector) -> Said.of(null, null, sector);
      case OrganisationRenamed(_, var name, _) -> Said.of(Day.FROM, name, null);
      case OrganisationClosed(_, var end, var undone) ->
          new Said(
              Day.FIRST_DAY_AFTER,
              null,
              null,
              null,
              null,
              end,
              null,
              null,
              null,
              null,
              false,
              Boolean.TRUE.equals(undone));
      case OrganisationReopened _, PracticeListed _, PracticeDelisted _ ->
          Said.of(Day.FROM, null, null);
      case OrganisationSucceeded(_, var successors, _, _) ->
          new Said(
              Day.FROM,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              successors.stream().map(id -> new Successor(id, names.get(id.value()))).toList(),
              false,
              false);
    };
  }

  private static List<String> said(
      String name,
      @Nullable String postcode,
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      Status status) {
    var said = new ArrayList<String>();
    said.add(name);
    if (postcode != null) {
      said.add(postcode);
    }
    if (start != null) {
      said.add("opened " + start);
    }
    if (end != null) {
      said.add("closed " + end);
    }
    said.add(status.name());
    return said;
  }
}
