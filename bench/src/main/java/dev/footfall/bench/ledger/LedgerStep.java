package dev.footfall.bench.ledger;

import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** What is done to the ledger in a process of its own. */
enum LedgerStep {
  /** New events, a request's worth at a time: reserved, claimed (synced to the disk), settled. */
  FILL("claim and settle") {
    @Override
    long work(LedgerRun run, LedgerWork work) {
      for (long first = work.from(); first < work.to(); first += Lot.SIZE) {
        deliver(run, Lot.from(first, work.second(first)), work.run());
      }
      return work.to() - work.from();
    }
  },

  /** The same until the process is killed; a line each hundred thousand events. */
  FILL_UNTIL_KILLED("") {
    @Override
    long work(LedgerRun run, LedgerWork work) {
      for (long first = work.from(); ; first += Lot.SIZE) {
        deliver(run, Lot.from(first, work.second(first)), work.run());
        if ((first - work.from()) % 100_000 == 0) {
          System.out.println(first);
        }
      }
    }
  },

  /** Opens the scope for a run and ends it. */
  OPEN("opened") {
    @Override
    long work(LedgerRun run, LedgerWork work) {
      return work.to() - work.from();
    }
  },

  /** Asks for delivered events, picked at random. */
  ASK("found delivered") {
    @Override
    long work(LedgerRun run, LedgerWork work) {
      Random random = new Random(work.run());
      long asked = Math.min(work.to(), 10_000_000);
      for (long done = 0; done < asked; done += Lot.SIZE) {
        List<Long> any =
            LongStream.generate(() -> random.nextLong(work.to())).limit(Lot.SIZE).boxed().toList();
        for (Known known : run.reserve(new Lot(any, 0).keys())) {
          if (known.state() != KeyState.DELIVERED) {
            throw new IllegalStateException("forgotten: " + known);
          }
        }
      }
      return asked;
    }
  };

  private final String title;

  LedgerStep(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Does it; how many events that was. */
  abstract long work(LedgerRun run, LedgerWork work);

  private static void deliver(LedgerRun run, Lot lot, int number) {
    for (Known known : run.reserve(lot.keys())) {
      if (known.state() != KeyState.NEW) {
        throw new IllegalStateException("not new: " + known);
      }
    }
    long claim = run.claim(lot.entries(number));
    run.settle(claim, Collections.nCopies(Lot.SIZE, Settlement.DELIVERED));
  }
}
