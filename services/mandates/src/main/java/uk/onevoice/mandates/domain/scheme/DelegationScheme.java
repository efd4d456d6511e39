package uk.onevoice.mandates.domain.scheme;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.mandates.domain.issue.IssueId;
import uk.onevoice.mandates.domain.scheme.SchemeCommand.Adopt;
import uk.onevoice.mandates.domain.scheme.SchemeCommand.Classify;
import uk.onevoice.mandates.domain.scheme.SchemeEvent.IssueClassified;
import uk.onevoice.mandates.domain.scheme.SchemeEvent.SchemeAdopted;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.BeforeTheOneBefore;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.ClassSaidTwice;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.DayInTheFuture;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.IssueOfElsewhere;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.NoSuchClass;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.NotAdopted;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.NotOfPlace;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.NotYourBody;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.NothingDelegated;

/** A place's matrix of who decides what, and the issues that were classified by it. */
public sealed interface DelegationScheme {
  Decider<SchemeCommand, DelegationScheme, SchemeEvent, SchemeRejection> DECIDER =
      new Decider<>(new Absent(), DelegationScheme::decide, DelegationScheme::evolve);

  record Absent() implements DelegationScheme {}

  /**
   * A matrix holds.
   *
   * @param versions the one that holds last; never empty
   * @param classified the latest word on each issue, in the order in which it was first said
   */
  record Adopted(List<SchemeAdopted> versions, Map<IssueId, IssueClassified> classified)
      implements DelegationScheme {
    public Adopted {
      versions = List.copyOf(versions);
      classified = Collections.unmodifiableMap(new LinkedHashMap<>(classified));
    }

    /** The version that holds. */
    public SchemeAdopted current() {
      return versions.getLast();
    }

    /** The row by which the issue was classified, as it was then. */
    public Optional<SchemeRow> rowOf(IssueClassified issue) {
      return versions.stream()
          .filter(version -> version.version() == issue.schemeVersion())
          .flatMap(version -> row(version, issue.issueClass()).stream())
          .findFirst();
    }
  }

  static Decision<SchemeEvent, SchemeRejection> decide(
      SchemeCommand command, DelegationScheme scheme) {
    return switch (command) {
      case Adopt adopt ->
          switch (scheme) {
            case Absent _ -> adopt(adopt, null);
            case Adopted adopted -> adopt(adopt, adopted.current());
          };
      case Classify classify ->
          switch (scheme) {
            case Absent _ -> reject(new NotAdopted(classify.placeId()));
            case Adopted adopted -> classify(classify, adopted);
          };
    };
  }

  private static Decision<SchemeEvent, SchemeRejection> adopt(
      Adopt wish, @Nullable SchemeAdopted before) {
    if (!wish.ofPlace()) {
      return reject(new NotOfPlace(wish.adoptedBy()));
    }
    if (!wish.represented()) {
      return reject(new NotYourBody(wish.adoptedBy()));
    }
    if (wish.classes().isEmpty()) {
      return reject(new NothingDelegated());
    }
    var said = new HashSet<IssueClass>();
    for (SchemeRow row : wish.classes()) {
      if (!said.add(row.issueClass())) {
        return reject(new ClassSaidTwice(row.issueClass()));
      }
    }
    if (wish.on().isAfter(wish.today())) {
      return reject(new DayInTheFuture(wish.on()));
    }
    if (before != null && wish.on().isBefore(before.on())) {
      return reject(new BeforeTheOneBefore(before.on()));
    }
    int version = before == null ? 1 : before.version() + 1;
    return accept(
        new SchemeAdopted(wish.placeId(), version, wish.adoptedBy(), wish.classes(), wish.on()));
  }

  private static Decision<SchemeEvent, SchemeRejection> classify(Classify wish, Adopted scheme) {
    if (!wish.issueOfIcs()) {
      return reject(new IssueOfElsewhere(wish.issueId()));
    }
    var current = scheme.current();
    Optional<SchemeRow> row = row(current, wish.issueClass());
    if (row.isEmpty()) {
      return reject(new NoSuchClass(wish.issueClass()));
    }
    @Nullable IssueClassified before = scheme.classified().get(wish.issueId());
    if (before != null
        && before.issueClass().equals(wish.issueClass())
        && before.schemeVersion() == current.version()) {
      return accept();
    }
    return accept(
        new IssueClassified(
            wish.placeId(),
            wish.issueId(),
            wish.issueClass(),
            row.get().decides(),
            current.version(),
            wish.on()));
  }

  private static Optional<SchemeRow> row(SchemeAdopted version, IssueClass issueClass) {
    return version.classes().stream()
        .filter(row -> row.issueClass().equals(issueClass))
        .findFirst();
  }

  static DelegationScheme evolve(DelegationScheme scheme, SchemeEvent event) {
    return switch (event) {
      case SchemeAdopted adopted ->
          switch (scheme) {
            case Absent _ -> new Adopted(List.of(adopted), Map.of());
            case Adopted(var versions, var classified) -> {
              var all = new ArrayList<>(versions);
              all.add(adopted);
              yield new Adopted(all, classified);
            }
          };
      case IssueClassified issue ->
          switch (scheme) {
            case Absent absent -> absent;
            case Adopted(var versions, var classified) -> {
              var all = new LinkedHashMap<>(classified);
              all.put(issue.issueId(), issue);
              yield new Adopted(versions, all);
            }
          };
    };
  }
}
