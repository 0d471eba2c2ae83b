enum HotelGatewayModule {}
