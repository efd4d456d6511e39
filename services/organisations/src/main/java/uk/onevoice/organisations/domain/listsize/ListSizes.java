package uk.onevoice.organisations.domain.listsize;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.organisations.domain.listsize.ListSizesCommand.PublishListSizes;
import uk.onevoice.organisations.domain.listsize.ListSizesEvent.ListSizesPublished;
import uk.onevoice.organisations.domain.listsize.ListSizesRejection.NothingPublished;

/** One month's publication: the totals that its figures must add up to. */
public sealed interface ListSizes {
  Decider<ListSizesCommand, ListSizes, ListSizesEvent, ListSizesRejection> DECIDER =
      new Decider<>(new Unpublished(), ListSizes::decide, ListSizes::evolve);

  record Unpublished() implements ListSizes {}

  record Published(int count, long total, String sha256, int revision) implements ListSizes {}

  static Decision<ListSizesEvent, ListSizesRejection> decide(
      ListSizesCommand command, ListSizes now) {
    return switch (command) {
      case PublishListSizes(var month, var count, var total, var sha256) -> {
        if (count == 0) {
          yield reject(new NothingPublished());
        }
        yield switch (now) {
          case Unpublished _ -> accept(new ListSizesPublished(month, count, total, sha256, 1));
          case Published(var before, var sum, _, var revision) ->
              before == count && sum == total
                  ? accept()
                  : accept(new ListSizesPublished(month, count, total, sha256, revision + 1));
        };
      }
    };
  }

  static ListSizes evolve(ListSizes now, ListSizesEvent event) {
    return switch (event) {
      case ListSizesPublished(_, var count, var total, var sha256, var revision) ->
          new Published(count, total, sha256, revision);
    };
  }
}
