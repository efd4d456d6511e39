package uk.onevoice.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What partners are told: that something they may know has changed, and where to read it. No
 * person, no typed words, nothing that counts what is not told. The schemas are in
 * contracts/events/partner.
 *
 * @param subject what it is about: a place or an organisation
 * @param dataref a path below the one origin; whoever reads there is authorised anew
 * @param place the place it is about; null where it is about none
 * @param topic the topic it is about; null where it is about none
 * @param ics the ICB whose ICS it is about; null where that is not said
 */
public record PartnerEvent(
    Type type,
    String subject,
    String dataref,
    @Nullable String place,
    @Nullable String topic,
    @Nullable String ics,
    Audience audience) {

  /** Everything there is: a type that is not here does not exist for partners. */
  public enum Type {
    GP_DIRECTORY_ENTRY_CHANGED("GpDirectoryEntryChanged"),
    GP_MANDATE_SCOPE_CHANGED("GpMandateScopeChanged"),
    GP_POSITION_PUBLISHED("GpPositionPublished"),
    GP_POSITION_WITHDRAWN("GpPositionWithdrawn"),
    MEETING_ITEM_OUTCOME_SHARED("MeetingItemOutcomeShared"),
    JOINT_GROUP_ACTION_CHANGED("JointGroupActionChanged"),
    COMMITMENT_SHARED("CommitmentShared"),
    ORG_AFFILIATION_CHANGED("OrgAffiliationChanged"),
    PLACE_CHANGED("PlaceChanged");

    private final String schema;

    Type(String schema) {
      this.schema = schema;
    }

    /** The schema's name: {@code GpPositionPublished}. */
    public String schema() {
      return schema;
    }
  }

  /**
   * Who may hear it: everybody whose subscription is approved, or these organisations only.
   *
   * @param organisations each once; empty where everybody may
   */
  public record Audience(boolean everyone, List<String> organisations) {
    public Audience {
      organisations = organisations.stream().distinct().toList();
      if (everyone != organisations.isEmpty()) {
        throw new IllegalArgumentException("Either everybody may hear it, or some may.");
      }
    }

    public static Audience everybody() {
      return new Audience(true, List.of());
    }

    /** At least one. */
    public static Audience of(List<String> organisations) {
      return new Audience(false, organisations);
    }
  }
}
