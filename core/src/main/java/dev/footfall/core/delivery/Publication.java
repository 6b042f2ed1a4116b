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
  private final Map<String, Integer> numbers = new HashMap<>();

  Publication(FileDelivery delivery, Workshop workshop, FileJournal journal) {
    this.delivery = delivery;
    this.workshop = workshop;
    this.journal = journal;
  }

  /**
   * Publishes a file under the first name of its series that no other has.
   *
   * @return its name
   */
  String publish(String partition, Path whole) throws IOException, ShelfFault {
    String name = next(partition);
    inspect(whole, name);
    Path packed = pack(whole, name);
    Path ready = whole.resolveSibling(whole.getFileName() + ".sealed");
    try {
      workshop.seal().seal(packed, ready);
      journal.bringing(name);
      workshop.shelf().bring(ready, name);
    } finally {
      Files.deleteIfExists(packed);
      Files.deleteIfExists(ready);
    }
    return name(partition, name);
  }

  private String name(String partition, String as) throws IOException, ShelfFault {
    String name = as;
    while (true) {
      journal.naming(partition, as, name);
      if (workshop.shelf().name(as, name)) {
        return name;
      }
      name = next(partition);
    }
  }

  /** The first name that is free: what was published is never replaced. */
  private String next(String partition) throws IOException, ShelfFault {
    String taken = "";
    while (true) {
      String name = delivery.fileName(partition, numbers.merge(partition, 1, Integer::sum));
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
    Path packed = whole.resolveSibling(whole.getFileName() + ".packed");
    packing.pack(whole, packed, packing.entryName(name));
    return packed;
  }
}
