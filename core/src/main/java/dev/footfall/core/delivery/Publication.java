package dev.footfall.core.delivery;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.file.Packing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The way of a whole file out of the workshop: looked at, packed, sealed, brought, named. */
final class Publication {
  private final FileDelivery delivery;
  private final Workshop workshop;
  private final FileJournal journal;
  private final Claims claims;
  private final Map<String, Integer> numbers = new HashMap<>();
  private boolean naming;

  Publication(FileDelivery delivery, Workshop workshop, FileJournal journal, Claims claims) {
    this.delivery = delivery;
    this.workshop = workshop;
    this.journal = journal;
    this.claims = claims;
  }

  /** Whether a file that could not be published perhaps has its name. */
  boolean perhapsNamed() {
    return naming;
  }

  /**
   * Publishes a file under the first name of its series that no other has.
   *
   * @return its name
   */
  String publish(String partition, Path whole) throws IOException, ShelfFault {
    String name = next(partition);
    inspect(whole, name.substring(0, name.length() - workshop.seal().extension().length()));
    Path packed = pack(whole, name);
    Path ready = workshop.blank(whole.getFileName() + ".sealed");
    try {
      workshop.seal().seal(packed, ready);
      journal.bringing(name);
      workshop.shelf().bring(ready, name);
    } finally {
      Files.deleteIfExists(packed);
      Files.deleteIfExists(ready);
    }
    String named = name(partition, name);
    naming = false;
    return named;
  }

  /** What surely got no name is left for removal, because its events are free to be sent again. */
  private String name(String partition, String as) throws IOException, ShelfFault {
    try {
      String name = as;
      claims.sync(); // bringing took its time: another run may hold the scope by now
      journal.naming(partition, as, name);
      naming = true;
      while (!workshop.shelf().name(as, name)) {
        name = next(partition);
        journal.naming(partition, as, name);
      }
      return name;
    } catch (ShelfFault fault) {
      if (!fault.stop().maybeStored()) {
        journal.bringing(as);
      }
      throw fault;
    }
  }

  /** The first name that is free: what was published is never replaced. */
  private String next(String partition) throws IOException, ShelfFault {
    String taken = "";
    while (true) {
      int number = numbers.merge(partition, 1, Integer::sum);
      String name = delivery.fileName(partition, number) + workshop.seal().extension();
      if (name.equals(taken)) {
        throw new IllegalStateException("the numbers of a series of files give one name");
      }
      if (!workshop.shelf().has(name)) {
        return name;
      }
      taken = name;
    }
  }

  private void inspect(Path whole, String name) throws IOException, ShelfFault {
    Optional<Code> fault;
    try (InputStream content = Files.newInputStream(whole)) {
      fault = delivery.fault(name, content);
    }
    if (fault.isPresent()) {
      throw new ShelfFault(new Reading.Stop(fault.get(), name + ": " + fault.get().meaning()));
    }
  }

  private Path pack(Path whole, String name) throws IOException {
    Packing packing = delivery.packing();
    if (packing == Packing.NONE) {
      return whole;
    }
    Path packed = workshop.blank(whole.getFileName() + ".packed");
    packing.pack(whole, packed, packing.entryName(name));
    return packed;
  }
}
