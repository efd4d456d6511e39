package uk.onevoice.web.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/who-can-agree}: who may agree what for general practice. */
public interface Agreeing {
  record Listing(LocalDate asOf, List<MayAgree> items, @Nullable String next) {}

  /**
   * One topic of a mandate in force.
   *
   * @param tables none for every table
   * @param validUntil the last day
   * @param practices that it binds; null, as what follows, while that is not told yet
   * @param countedOn the day of the counts
   * @param limits null for who is not general practice of the place
   */
  record MayAgree(
      String mandateId,
      String placeId,
      String topic,
      @Nullable String topicNow,
      List<String> tables,
      String holderId,
      String holderRole,
      List<Mandates.Holder> alternates,
      LocalDate validUntil,
      boolean contested,
      boolean confirmationNeeded,
      @Nullable Integer practices,
      @Nullable Integer ofPractices,
      @Nullable Long patients,
      @Nullable Integer patientsPercent,
      @Nullable LocalDate countedOn,
      @Nullable List<Mandates.Limit> limits) {}
}
