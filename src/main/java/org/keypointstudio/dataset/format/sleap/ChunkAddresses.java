package org.keypointstudio.dataset.format.sleap;

import io.jhdf.HdfFile;
import io.jhdf.ObjectHeader;
import io.jhdf.api.Dataset;
import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.dataset.chunked.ChunkedDatasetV3;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Where the chunks of a dataset of one dimension lie, which the library keeps to itself. */
final class ChunkAddresses extends ChunkedDatasetV3 {

  private ChunkAddresses(HdfFile file, Dataset dataset) {
    super(
        file.getHdfBackingStorage(),
        dataset.getAddress(),
        dataset.getName(),
        dataset.getParent(),
        ObjectHeader.readObjectHeader(file.getHdfBackingStorage(), dataset.getAddress()));
  }

  /**
   * The addresses of chunks by the positions of their first rows.
   *
   * @param chunks addresses, in bytes
   */
  record Rows(NavigableMap<Long, Long> chunks) {
    /** Where a row lies. */
    long addressOf(long row, int rowBytes) {
      var chunk = chunks.floorEntry(row);
      if (chunk == null) {
        throw new IllegalArgumentException("row %d is in no chunk".formatted(row));
      }
      return chunk.getValue() + (row - chunk.getKey()) * rowBytes;
    }
  }

  /** The chunks of a dataset; nothing if it has none, or other bytes are stored than are meant. */
  static Optional<Rows> of(HdfFile file, Dataset dataset) {
    if (!(dataset instanceof ChunkedDatasetV3)
        || dataset.getDimensions().length != 1
        || !dataset.getFilters().isEmpty()) {
      return Optional.empty();
    }
    NavigableMap<Long, Long> chunks = new TreeMap<>();
    for (Chunk chunk : new ChunkAddresses(file, dataset).getChunkLookup().values()) {
      chunks.put(chunk.getChunkOffset()[0], chunk.getAddress());
    }
    return chunks.isEmpty() ? Optional.empty() : Optional.of(new Rows(chunks));
  }
}
