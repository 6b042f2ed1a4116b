package dev.footfall.core.destination;

import dev.footfall.core.file.FileRules;
import dev.footfall.core.file.Packing;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Events as lines of files. An event's bytes are one or more whole lines, line ends included.
 *
 * <p>Files appear complete under their final name or not at all.
 */
public non-sealed interface FileDelivery extends Delivery {
  /** How whole files are packed; {@link #fileName} ends accordingly. */
  default Packing packing() {
    return Packing.NONE;
  }

  /** What is written besides lines. */
  default FileRules.Ending ending() {
    return new FileRules.Ending(false, false);
  }

  /** The header line with its line end; empty when there is none. */
  byte[] header();

  /**
   * What stands before the bytes of an event that is one line: a cell with its number in the file,
   * where an operator wants one.
   *
   * @param line from 1 in each file, the header aside
   */
  default byte[] before(long line) {
    return new byte[0];
  }

  /**
   * Whether lines stand in order of time, then order id, then place in the source, whatever the
   * file's size; otherwise in the order in which events come.
   */
  default boolean isSorted() {
    return false;
  }

  /**
   * The file's name.
   *
   * @param partition of its events
   * @param part from 1 within the run and partition
   */
  String fileName(String partition, int part);

  /**
   * Looks at a complete file with the platform's eyes before it gets its name; the run stops when
   * something is found.
   *
   * @param name its name
   * @param content its bytes, header included; the caller closes it
   * @return what the platform would turn it down for
   */
  default Optional<Code> fault(String name, InputStream content) throws IOException {
    return Optional.empty();
  }
}
