package uk.onevoice.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People and their roles, as the organisations service answers and is told. */
public interface People {
  record Person(
      String personId,
      @Nullable String name,
      @Nullable String email,
      @Nullable String telephone,
      boolean shown,
      List<Holding> roleHoldings,
      List<Named> merged) {}

  record Named(String personId, @Nullable String name) {}

  record Listed(String personId, @Nullable String name, List<Holding> roleHoldings) {}

  record PersonList(List<Listed> items, @Nullable String next) {}

  /**
   * @param personId under whose record it stands; null where that is not for the reader
   * @param sessions empty, and the next two null, where that is not for the reader
   * @param insteadOf the holding at a body that was followed, which goes on as this one
   */
  record Holding(
      String roleHoldingId,
      @Nullable String personId,
      @Nullable String name,
      String role,
      @Nullable String organisationId,
      @Nullable String organisationName,
      boolean clinical,
      LocalDate start,
      @Nullable LocalDate end,
      boolean active,
      List<Funded> sessions,
      @Nullable Checked lastChecked,
      @Nullable LocalDate checkDue,
      @Nullable String insteadOf) {}

  record HoldingList(List<Holding> items, @Nullable String next) {}

  record Funded(LocalDate from, double sessionsPerWeek, double protectedHours) {}

  record Checked(LocalDate on, String byId, @Nullable String byName) {}

  /**
   * @param heldTwice what both hold at the same body and time, which keeps them two
   */
  record Duplicate(
      String personId,
      @Nullable String name,
      List<String> reasons,
      List<Holding> roleHoldings,
      List<Holding> heldTwice) {}

  record DuplicateList(List<Duplicate> items) {}

  record Happened(
      Instant recordedAt,
      String type,
      String recordId,
      @Nullable String byId,
      @Nullable String byName,
      Said said) {}

  record Said(
      @Nullable String role,
      @Nullable String organisationId,
      @Nullable String organisationName,
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      @Nullable Boolean clinical,
      boolean neverWas,
      @Nullable Double sessionsPerWeek,
      @Nullable Double protectedHours,
      @Nullable LocalDate checkDue,
      @Nullable Boolean shown,
      @Nullable String otherName) {}

  record History(List<Happened> items) {}

  record NewName(String name) {}

  /**
   * @param role null for any
   */
  record NameSearch(String name, @Nullable String role) {}

  record NewContact(@Nullable String email, @Nullable String telephone, boolean shown) {}

  record NewRole(
      String role, @Nullable String organisationId, LocalDate start, @Nullable Boolean clinical) {}

  record Ending(LocalDate end) {}

  record HandOver(String successorId, LocalDate on) {}

  record Correction(LocalDate start, @Nullable LocalDate end, boolean clinical) {}

  record NewSessions(LocalDate from, double sessionsPerWeek, double protectedHours) {}

  /** A command that says all by its path. */
  record Nothing() {}

  record Merge(String into) {}
}
