package dev.footfall.core.destination;

import dev.footfall.core.file.FilePlace;

/**
 * Events as lines of files. An event's bytes are one or more whole lines, line ends included.
 *
 * <p>Files appear complete under their final name or not at all.
 */
public non-sealed interface FileDelivery extends Delivery {
  /** Where complete files go. */
  default FilePlace place() {
    return FilePlace.FOLDER;
  }

  /** The header line with its line end; empty when there is none. */
  byte[] header();

  /**
   * The file's name.
   *
   * @param partition of its events
   * @param part from 1 within the run and partition
   */
  String fileName(String partition, int part);
}
