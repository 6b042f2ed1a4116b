package dev.footfall.core.delivery;

import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Has the destination look at each file before another shelf publishes it. */
record CheckedShelf(FileDelivery delivery, Shelf shelf) implements Shelf {
  @Override
  public Optional<Reading.Stop> publish(Path whole, Path target) throws IOException {
    Optional<Reading.Stop> fault = fault(whole, String.valueOf(target.getFileName()));
    return fault.isPresent() ? fault : shelf.publish(whole, target);
  }

  private Optional<Reading.Stop> fault(Path whole, String name) throws IOException {
    try (InputStream content = Files.newInputStream(whole)) {
      return delivery
          .fault(name, content)
          .map(code -> new Reading.Stop(code, name + ": " + code.meaning()));
    }
  }
}
