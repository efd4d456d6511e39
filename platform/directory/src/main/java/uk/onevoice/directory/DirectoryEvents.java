package uk.onevoice.directory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Change.Statement;
import uk.onevoice.directory.Change.Table;
import uk.onevoice.messaging.EventHandler;
import uk.onevoice.messaging.HeardEvent;

/**
 * Keeps the directory's tables from organisations' events. Hearing an event twice changes nothing;
 * an event whose fields do not fit parks its stream. After organisations' log was set back to an
 * earlier time, all of it is forgotten and heard again.
 */
public final class DirectoryEvents implements EventHandler {
  private static final Set<String> APPLIES =
      Set.of(
          "OrganisationRegistered",
          "OdsRecordAccepted",
          "OrganisationRenamed",
          "OrganisationClosed",
          "OrganisationReopened",
          "AffiliationStarted",
          "AffiliationEnded",
          "AffiliationCorrected",
          "PlaceDefined",
          "PlaceRevised",
          "PlaceMoved",
          "PlaceStartCorrected",
          "PlaceClosed",
          "PlaceMerged",
          "PlaceReopened",
          "PracticeListed",
          "PracticeDelisted",
          "ListSizePublished",
          "OrganisationSucceeded",
          "IdentityLinked",
          "RoleAppointed",
          "RoleCorrected",
          "RoleEnded",
          "PersonMerged",
          "PersonMergeUndone",
          "ClientRegistered",
          "ClientApproved",
          "ClientSuspended",
          "GroupFormed",
          "GroupRevised",
          "GroupDissolved",
          "GroupRestored",
          "GroupTermsAdopted",
          "GroupTermsWithdrawn",
          "SeatTaken",
          "SeatLeft",
          "ChairNamed",
          "ChairStoodDown",
          "ClientTransferred",
          "ClientEnded",
          "TopicDefined",
          "TopicRenamed",
          "TopicMerged",
          "TopicSplit",
          "TopicRetired",
          "TopicReinstated",
          "ForumRegistered",
          "ForumRenamed",
          "ForumMerged",
          "ForumSplit",
          "ForumClosed",
          "ForumReopened",
          "PersonErased",
          "BackdatingClosed");

  private static final Set<String> IGNORES =
      Set.of(
          "SectorSet",
          // Whether a system hears the feed, the feed service is told, and nobody else asks.
          "ClientFeedApproved",
          "ClientFeedApprovalWithdrawn",
          "PurposeAdopted",
          "ListSizesPublished",
          "PersonRegistered",
          "PersonNamed",
          "WorkContactSet",
          "SessionsSet",
          "RoleChecked",
          "InvitationMade",
          "InvitationRedeemed",
          "InvitationRevoked",
          "ImportAccepted",
          "ImportUndone",
          "ForumRevised",
          "InterestDeclared",
          "InterestEnded",
          "InterestCorrected",
          "PulseOpened",
          "PulseClosed",
          "MilestoneReached",
          "MilestoneWithdrawn",
          "StarterStepTicked",
          "StarterStepUnticked",
          // What people ask about themselves, and what is answered: the vault hears that.
          "ProcessingRestricted",
          "RestrictionLifted",
          "RightRequested",
          "RequestSettled",
          "ExportRequested",
          "ExportReady",
          "SubjectErased",
          "WordsRectified",
          "CounterStatementAdded");

  @Override
  public Set<String> applies() {
    return APPLIES;
  }

  @Override
  public Set<String> ignores() {
    return IGNORES;
  }

  /**
   * More roles, and whether one is held as a clinician, came with version 2 of its event; belonging
   * to a neighbourhood with that of theirs.
   */
  @Override
  public int newestVersion(String type) {
    return type.equals("RoleAppointed") || type.startsWith("Affiliation") ? 2 : 1;
  }

  /**
   * Forgets everything, since all there is here came from this one log. Roles stay as roles held on
   * no day: while the log is heard again, an installation must not look as if it never had an
   * administrator.
   */
  @Override
  public boolean startOver(Connection transaction, String log) throws SQLException {
    try (java.sql.Statement statement = transaction.createStatement()) {
      for (Table table : Table.values()) {
        statement.addBatch(
            table == Table.ROLE
                ? "update directory_role set \"end\" = \"start\""
                : "delete from " + table.sqlName());
      }
      statement.executeBatch();
    }
    return true;
  }

  @Override
  public void apply(Connection transaction, List<HeardEvent> events) throws SQLException {
    Map<Table, List<Change>> byTable = new EnumMap<>(Table.class);
    for (HeardEvent event : events) {
      changes(event)
          .forEach(change ->
              byTable
                  .computeIfAbsent(change.statement().table(), _ -> new ArrayList<>())
                  .add(change));
    }
    for (List<Change> changes : byTable.values()) {
      write(transaction, changes);
    }
  }

  private static List<Change> changes(HeardEvent event) {
    return GroupChanges.TYPES.contains(event.type())
        ? GroupChanges.of(event)
        : change(event).stream().toList();
  }

  private static Optional<Change> change(HeardEvent event) {
    var field = new Payload(event);
    return switch (event.type()) {
      case "IdentityLinked" ->
          one(Statement.LINK_IDENTITY, field.identityHash("identityHash"), field.uuid("personId"));
      // Their sign-ins belong to nobody registered; what they held has ended in events of its own.
      case "PersonErased" -> one(Statement.UNLINK_IDENTITIES, field.uuid("personId"));
      case "RoleAppointed" ->
          one(
              Statement.APPOINT,
              field.uuid("roleHoldingId"),
              field.uuid("personId"),
              field.name("role", Role.class),
              field.optionalText("organisationId"),
              field.date("start"),
              field.optionalDate("end"));
      case "RoleCorrected" ->
          one(
              Statement.CORRECT_ROLE,
              field.date("start"),
              field.optionalDate("end"),
              field.flag("void"),
              field.uuid("roleHoldingId"));
      case "PersonMerged" ->
          one(Statement.MERGE_PERSON, field.uuid("personId"), field.uuid("into"));
      case "PersonMergeUndone" -> one(Statement.UNDO_MERGE, field.uuid("personId"));
      case "RoleEnded" -> one(Statement.END_ROLE, field.date("end"), field.uuid("roleHoldingId"));
      case "ClientRegistered" ->
          one(
              Statement.REGISTER_CLIENT,
              field.text("clientId"),
              field.text("organisationId"),
              field.name("kind", ClientKind.class));
      case "ClientApproved" -> clientState(field, Client.State.APPROVED);
      // Who is not used any more may read as little as who is suspended.
      case "ClientSuspended", "ClientEnded" -> clientState(field, Client.State.SUSPENDED);
      case "ClientTransferred" ->
          one(Statement.TRANSFER_CLIENT, field.text("organisationId"), field.text("clientId"));
      case "OrganisationRegistered" -> organisation(field);
      // An older release than the newest accepted one says nothing about today.
      case "OdsRecordAccepted" -> field.flag("historic") ? Optional.empty() : organisation(field);
      case "OrganisationRenamed" ->
          one(Statement.RENAME_ORGANISATION, field.text("name"), field.text("organisationId"));
      case "OrganisationClosed" ->
          one(Statement.CLOSE_ORGANISATION, field.date("end"), field.text("organisationId"));
      case "OrganisationReopened" ->
          one(Statement.REOPEN_ORGANISATION, field.text("organisationId"));
      case "AffiliationStarted", "AffiliationCorrected" -> affiliation(field);
      case "AffiliationEnded" ->
          one(Statement.END_AFFILIATION, field.date("end"), field.text("affiliationId"));
      case "PlaceDefined" ->
          one(
              Statement.PUT_PLACE,
              field.uuid("placeId"),
              field.text("icsId"),
              field.text("name"),
              field.optionalUuid("partOf"));
      case "PlaceRevised" -> one(Statement.RENAME_PLACE, field.text("name"), field.uuid("placeId"));
      case "PlaceMoved" -> {
        var place = field.uuid("placeId");
        var from = field.date("from");
        yield one(Statement.MOVE_PLACE, place, from, place, from, field.text("icsId"));
      }
      case "PlaceStartCorrected" -> {
        var place = field.uuid("placeId");
        yield one(Statement.START_PLACE, place, field.date("start"), field.text("icsId"), place);
      }
      case "PlaceClosed" -> placeEnds(field, field.date("end"));
      case "PlaceMerged" -> placeEnds(field, field.date("on"));
      case "PlaceReopened" -> placeEnds(field, null);
      case "PracticeListed" -> listing(field, true);
      case "PracticeDelisted" -> listing(field, false);
      case "ListSizePublished" ->
          field.flag("void")
              ? one(
                  Statement.TAKE_LIST_SIZE_BACK, field.text("organisationId"), field.text("month"))
              : one(
                  Statement.PUT_LIST_SIZE,
                  field.text("organisationId"),
                  field.text("month"),
                  field.number("patients"));
      case "OrganisationSucceeded" ->
          one(
              Statement.PUT_SUCCESSION,
              field.text("organisationId"),
              field.date("date"),
              field.texts("successors"));
      case "TopicDefined" -> entry(field, "TOPIC", field.uuid("topicId"));
      case "ForumRegistered" -> entry(field, "FORUM", field.uuid("forumId"));
      case "TopicRenamed" -> renamed(field, field.uuid("topicId"));
      case "ForumRenamed" -> renamed(field, field.uuid("forumId"));
      case "TopicMerged" -> merged(field, field.uuid("topicId"));
      case "ForumMerged" -> merged(field, field.uuid("forumId"));
      case "TopicSplit" -> split(field, field.uuid("topicId"));
      case "ForumSplit" -> split(field, field.uuid("forumId"));
      case "TopicRetired" ->
          one(Statement.END_ENTRY, field.date("on"), null, null, field.uuid("topicId"));
      case "ForumClosed" ->
          one(Statement.END_ENTRY, field.date("on"), null, null, field.uuid("forumId"));
      case "TopicReinstated" -> one(Statement.END_ENTRY, null, null, null, field.uuid("topicId"));
      case "ForumReopened" -> one(Statement.END_ENTRY, null, null, null, field.uuid("forumId"));
      case "BackdatingClosed" -> one(Statement.CLOSE_BACKDATING);
      default -> Optional.empty();
    };
  }

  private static Optional<Change> entry(Payload field, String list, UUID id) {
    LocalDate start = field.date("start");
    return one(
        Statement.PUT_ENTRY,
        id,
        list,
        field.text("icsId"),
        start,
        start.toString(),
        field.text("label"));
  }

  private static Optional<Change> renamed(Payload field, UUID id) {
    return one(Statement.RENAME_ENTRY, field.date("from").toString(), field.text("label"), id);
  }

  private static Optional<Change> merged(Payload field, UUID id) {
    return one(Statement.END_ENTRY, field.date("on"), field.uuid("into"), null, id);
  }

  private static Optional<Change> split(Payload field, UUID id) {
    return one(Statement.END_ENTRY, field.date("on"), null, field.uuids("into"), id);
  }

  private static Optional<Change> organisation(Payload field) {
    return one(
        Statement.PUT_ORGANISATION,
        field.text("organisationId"),
        field.text("name"),
        field.names("kinds", OrganisationKind.class),
        field.optionalDate("start"),
        field.optionalDate("end"),
        field.text("status"));
  }

  private static Optional<Change> affiliation(Payload field) {
    return one(
        Statement.PUT_AFFILIATION,
        field.text("affiliationId"),
        field.text("memberId"),
        field.text("parentId"),
        field.name("kind", AffiliationKind.class),
        field.date("start"),
        field.optionalDate("end"),
        field.flag("void"));
  }

  private static Optional<Change> placeEnds(Payload field, @Nullable LocalDate end) {
    return one(Statement.END_PLACE, end, field.uuid("placeId"));
  }

  private static Optional<Change> listing(Payload field, boolean listed) {
    return one(Statement.PUT_LISTING, field.text("organisationId"), field.date("from"), listed);
  }

  private static Optional<Change> clientState(Payload field, Client.State state) {
    return one(Statement.SET_CLIENT_STATE, state.name(), field.text("clientId"));
  }

  private static Optional<Change> one(Statement statement, @Nullable Object... values) {
    return Optional.of(new Change(statement, values));
  }

  /** In order; neighbours with the same statement go to the database together. */
  private static void write(Connection transaction, List<Change> changes) throws SQLException {
    int next = 0;
    while (next < changes.size()) {
      Statement statement = changes.get(next).statement();
      try (PreparedStatement prepared = transaction.prepareStatement(statement.sql())) {
        while (next < changes.size() && changes.get(next).statement() == statement) {
          @Nullable Object[] values = changes.get(next).values();
          for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, values[i]);
          }
          prepared.addBatch();
          next++;
        }
        prepared.executeBatch();
      }
    }
  }
}
