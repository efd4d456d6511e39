package uk.onevoice.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the relationships service answers about joint groups of general practice and a partner. */
public interface JointGroups {
  String PATH = "/v1/relationships/joint-groups";

  record Row(
      String groupId,
      String organisationId,
      String name,
      LocalDate formedOn,
      @Nullable LocalDate dissolvedOn,
      int seated,
      List<String> missing,
      long openIssues,
      long overdueIssues,
      List<Workstream> workstreams,
      long openActions) {}

  record Listing(List<Row> items, @Nullable String next) {}

  /** One in which the reader sits. */
  record Own(
      String groupId,
      String placeId,
      String organisationId,
      String name,
      String side,
      @Nullable LocalDate dissolvedOn,
      long openIssues,
      long overdueIssues,
      long openActions,
      long overdueActions) {}

  record OwnListing(List<Own> items, @Nullable String next) {}

  /**
   * @param own the reader's seat; null for who does not sit there
   * @param seats null for who is not told who sits
   * @param groundRules null for who does not sit there
   */
  record Group(
      String groupId,
      String placeId,
      String organisationId,
      String name,
      LocalDate formedOn,
      @Nullable LocalDate dissolvedOn,
      @Nullable OwnSeat own,
      int seated,
      List<String> missing,
      @Nullable List<Seat> seats,
      boolean rationaleAgreed,
      @Nullable Rationale rationale,
      long agreedRules,
      @Nullable List<Rule> groundRules,
      List<Workstream> workstreams,
      long openIssues,
      long overdueIssues,
      long openActions,
      long overdueActions) {}

  record OwnSeat(String seatId, String side) {}

  /**
   * @param name what who seated them says that they are called; null where it is not to be shown
   * @param nameGone whether they were erased since, and their name with them
   */
  record Seat(
      String seatId,
      String personId,
      String organisationId,
      String side,
      String nature,
      @Nullable String name,
      boolean nameGone,
      LocalDate from,
      @Nullable LocalDate until,
      boolean roleEnded) {}

  record Rationale(
      int version,
      @Nullable String gpAims,
      @Nullable String partnerAims,
      String proposedBy,
      LocalDate proposedOn,
      List<Signature> signatures) {}

  record Signature(String side, String seatId, LocalDate on) {}

  record Rule(
      String ruleId,
      String kind,
      @Nullable String words,
      String proposedBy,
      LocalDate proposedOn,
      List<Acceptance> accepted) {}

  record Acceptance(String side, LocalDate on) {}

  record Workstream(
      String workstreamId,
      String kind,
      @Nullable String name,
      String state,
      @Nullable String inHand,
      @Nullable LocalDate reportedOn) {}

  record Issue(
      String issueId,
      String kind,
      @Nullable String what,
      String raisedBy,
      LocalDate raisedOn,
      LocalDate fixBy,
      boolean overdue,
      int moves,
      Owner gpOwner,
      Owner partnerOwner,
      List<Answer> answers,
      @Nullable Long daysToAnswer,
      @Nullable LocalDate resolvedOn,
      @Nullable String how,
      @Nullable Long daysToFix,
      int reopenings) {}

  record Owner(String seatId, String personId, String organisationId, boolean left) {}

  record Answer(String side, @Nullable String words, LocalDate on) {}

  record IssueListing(List<Issue> items, @Nullable String next) {}

  record Action(
      String actionId,
      @Nullable String workstreamId,
      String ownerId,
      @Nullable String what,
      LocalDate due,
      boolean overdue,
      LocalDate addedOn,
      @Nullable Boolean done,
      @Nullable LocalDate settledOn) {}

  record ActionListing(List<Action> items, @Nullable String next) {}

  /**
   * What general practice keeps for itself.
   *
   * @param lacks why it is exposed: MANDATE, LEADERSHIP_GROUP
   * @param notes null for who does not sit there
   */
  record OwnSide(
      boolean exposed,
      List<String> lacks,
      @Nullable String mandateId,
      @Nullable LocalDate citedOn,
      @Nullable LocalDate endedOn,
      @Nullable String leadershipGroupId,
      @Nullable List<Note> notes) {}

  record Note(String noteId, @Nullable String words, LocalDate on) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Forming(String placeId, String organisationId, String name, @Nullable LocalDate on) {}

  record Naming(String name) {}

  /**
   * @param personId null where the role says who it is
   * @param roleHoldingId null where the person is known by id
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Seating(
      @Nullable String personId,
      @Nullable String roleHoldingId,
      String organisationId,
      String nature,
      @Nullable String name,
      @Nullable LocalDate on) {}

  record Aims(String gpAims, String partnerAims) {}

  record Version(int version) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NewRule(String kind, @Nullable String words) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NewIssue(
      String kind,
      String what,
      @Nullable LocalDate on,
      LocalDate due,
      String gpOwnerSeatId,
      String partnerOwnerSeatId) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NewAnswer(@Nullable String words) {}

  record Due(LocalDate due) {}

  record Owners(String gpOwnerSeatId, String partnerOwnerSeatId) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Resolving(@Nullable String how, @Nullable Boolean mistake) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NewWork(String kind, @Nullable String name) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Report(String state, @Nullable String inHand) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NewAction(String what, @Nullable String workstreamId, String ownerId, LocalDate due) {}

  record Settling(boolean done) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Citing(String mandateId, @Nullable String leadershipGroupId) {}

  record NewNote(String words) {}
}
