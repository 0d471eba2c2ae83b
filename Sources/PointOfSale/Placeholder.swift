enum PointOfSaleModule {}
