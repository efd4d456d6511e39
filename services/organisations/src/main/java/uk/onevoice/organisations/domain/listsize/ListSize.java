package uk.onevoice.organisations.domain.listsize;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.organisations.domain.listsize.ListSizeCommand.PublishListSize;
import uk.onevoice.organisations.domain.listsize.ListSizeCommand.WithdrawListSize;
import uk.onevoice.organisations.domain.listsize.ListSizeEvent.ListSizePublished;
import uk.onevoice.organisations.domain.listsize.ListSizeRejection.NegativePatients;

/**
 * One practice's registered patients by extract month. A month's figure is never changed: a
 * correction is its next revision.
 */
public record ListSize(Map<YearMonth, Figure> months) {
  public static final Decider<ListSizeCommand, ListSize, ListSizeEvent, ListSizeRejection> DECIDER =
      new Decider<>(new ListSize(Map.of()), ListSize::decide, ListSize::evolve);

  /**
   * @param withdrawn no figure stands; the next one continues the count of revisions
   */
  public record Figure(int patients, int revision, boolean withdrawn) {}

  static Decision<ListSizeEvent, ListSizeRejection> decide(ListSizeCommand command, ListSize now) {
    return switch (command) {
      case PublishListSize(var practice, var month, var patients) -> {
        if (patients < 0) {
          yield reject(new NegativePatients(patients));
        }
        var figure = now.months.get(month);
        if (figure != null && figure.patients() == patients && !figure.withdrawn()) {
          yield accept();
        }
        int revision = figure == null ? 1 : figure.revision() + 1;
        yield accept(new ListSizePublished(practice, month, patients, revision, null));
      }
      case WithdrawListSize(var practice, var month) -> {
        var figure = now.months.get(month);
        yield figure == null || figure.withdrawn()
            ? accept()
            : accept(
                new ListSizePublished(
                    practice, month, figure.patients(), figure.revision() + 1, true));
      }
    };
  }

  static ListSize evolve(ListSize now, ListSizeEvent event) {
    return switch (event) {
      case ListSizePublished(_, var month, var patients, var revision, var void_) -> {
        var months = new TreeMap<>(now.months);
        months.put(month, new Figure(patients, revision, Boolean.TRUE.equals(void_)));
        yield new ListSize(months);
      }
    };
  }
}
